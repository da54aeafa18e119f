"""Writes the bags of this folder with ROS 1's own recorder (Debian: python3-rosbag python3-sensor-msgs
python3-nav-msgs python3-geometry-msgs python3-tf2-msgs): python3 record.py, in this folder."""
import rosbag
import rospy
from geometry_msgs.msg import TransformStamped, WrenchStamped
from nav_msgs.msg import Odometry
from sensor_msgs.msg import Imu, JointState
from std_msgs.msg import Empty, Float64MultiArray, MultiArrayDimension, String
from tf2_msgs.msg import TFMessage

for compression in ("none", "bz2", "lz4"):
    with rosbag.Bag(compression + ".bag", "w", compression=compression, chunk_threshold=4000) as bag:
        for i in range(60):
            stamp = rospy.Time(1000 + i // 10, (i % 10) * 100000000)
            received = rospy.Time(stamp.secs, stamp.nsecs + 2000000)
            joints = JointState()
            joints.header.stamp, joints.header.seq, joints.header.frame_id = stamp, i, "base"
            joints.name = ["shoulder", "elbow"]
            joints.position, joints.velocity, joints.effort = [0.01 * i, -0.5], [0.1, 0.25 * i], [3.0, -4.0 - i]
            bag.write("/joint_states", joints, received)
            if i % 3 == 0:
                imu = Imu(header=joints.header)
                imu.orientation.w, imu.angular_velocity.z, imu.linear_acceleration.z = 1.0, 0.5 * i, 9.81
                bag.write("/imu", imu, received)
                odometry = Odometry(header=joints.header, child_frame_id="body")
                odometry.pose.pose.position.x, odometry.pose.pose.orientation.w = 0.25 * i, 1.0
                bag.write("/odom", odometry, received)
            if i % 20 == 0:
                wrench = WrenchStamped(header=joints.header)
                wrench.wrench.force.z = -i
                bag.write("/wrench", wrench, received)
                transform = TransformStamped(header=joints.header, child_frame_id="tool")
                transform.transform.translation.x, transform.transform.rotation.w = i, 1.0
                bag.write("/tf", TFMessage([transform, transform]), received)
                bag.write("/say", String("hello %d" % i), received)
                bag.write("/ping", Empty(), received)
                numbers = Float64MultiArray(data=[1.5, i])
                numbers.layout.dim = [MultiArrayDimension("row", 2, 2)]
                bag.write("/numbers", numbers, received)
